package org.shouwang.register;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.record.ClientRecord.Birth;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.platform.secret.KeyedHash.Hashes;
import org.shouwang.register.SealedFields.Column;

/** Makes a child's file out of a form that keeps the rules, with its number and addresses closed. */
@Singleton
class ChildMaker {

    private final SealedFields sealed;
    private final KeyedHash hashes;

    ChildMaker(SealedFields sealed, KeyedHash hashes) {
        this.sealed = sealed;
        this.hashes = hashes;
    }

    /** An active file; its level is that of the assessment made with it. */
    Child child(Birth birth, ChildForm form, Optional<UUID> director) {
        Child child = new Child(birth, form.clientTime(), form.deviceId());
        child.householdId = form.householdId();
        child.fullName = form.fullName().strip();
        child.sexCode = form.sexCode();
        child.birthDate = form.birthDate();
        child.ruralHukou = form.ruralHukou();
        child.livingStatus = form.livingStatus();
        child.riskLevel = form.assessment().riskLevel();
        child.fileStatus = FileStatus.ACTIVE;
        child.responsibleAppointmentId = director.orElse(null);
        child.lastVerifiedAt = birth.at();
        child.source = form.source();
        child.noticeGivenAt = form.noticeGivenAt();
        child.noticeVersion = form.noticeVersion().strip();
        child.remark = form.remark();
        identify(child, birth, form);
        place(child, form);
        return child;
    }

    private void identify(Child child, Birth birth, ChildForm form) {
        child.idType = form.idType();
        Optional.ofNullable(form.idNumber())
                .flatMap(text -> IdentityDocument.parse(form.idType(), text, LocalDays.of(birth.at())))
                .ifPresent(document -> {
                    child.idNumberCipher = sealed.close(Column.CHILD_ID_NUMBER, child.id, document.number());
                    Hashes found = document.hashes(hashes);
                    child.idNumberHash = found.hash();
                    child.idNumberHashNext = found.next();
                });
    }

    private void place(Child child, ChildForm form) {
        child.hukouRegistered = form.hukouRegistered();
        child.hukouAreaCode = form.hukouAreaCode();
        child.hukouAddressCipher = Optional.ofNullable(form.hukouAddress())
                .map(address -> sealed.close(Column.CHILD_HUKOU_ADDRESS, child.id, address.strip()))
                .orElse(null);
        child.residenceAddressCipher = sealed.close(
                Column.CHILD_RESIDENCE_ADDRESS,
                child.id,
                form.residenceAddress().strip());
        child.hamlet = form.hamlet();
    }
}
