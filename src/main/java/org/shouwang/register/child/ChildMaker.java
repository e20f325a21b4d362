package org.shouwang.register.child;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.record.ClientRecord.Birth;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.platform.secret.KeyedHash.Hashes;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.register.SealedFields;
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

    /** A new file; its level is that of the assessment made with it. Its state is not decided yet. */
    Child child(Birth birth, ChildForm form, Optional<UUID> director) {
        Child child = new Child(birth, form.clientTime(), form.deviceId());
        child.responsibleAppointmentId = director.orElse(null);
        child.lastVerifiedAt = birth.at();
        child.riskLevel = level(form);
        write(child, form, LocalDays.of(birth.at()));
        return child;
    }

    /** The file as it would be, beside the stored one: what is refused must not have touched that. */
    Child trial(Child stored, ChildForm form, LocalDate today) {
        Child trial = new Child();
        trial.id = stored.id;
        trial.riskLevel = stored.riskLevel == null ? level(form) : stored.riskLevel;
        write(trial, form, today);
        return trial;
    }

    private static @Nullable RiskLevel level(ChildForm form) {
        ChildForm.Assessment assessment = form.assessment();
        return assessment == null ? null : assessment.riskLevel();
    }

    /** Makes the file say what the form says; a ciphertext of the same value stays as it is. */
    void write(Child child, ChildForm form, LocalDate today) {
        child.householdId = form.householdId();
        child.fullName = form.fullName().strip();
        child.sexCode = form.sexCode();
        child.birthDate = form.birthDate();
        child.birthYear = form.birthYear();
        child.ruralHukou = form.ruralHukou();
        child.livingStatus = form.livingStatus();
        child.source = form.source();
        child.noticeGivenAt = form.noticeGivenAt();
        child.noticeVersion = text(form.noticeVersion());
        child.remark = text(form.remark());
        child.noContact = form.noContact();
        child.contactPhoneCipher = sealed.keep(
                Column.CHILD_CONTACT_PHONE,
                child.id,
                child.contactPhoneCipher,
                Optional.ofNullable(form.contactPhone())
                        .flatMap(PhoneNumber::parse)
                        .map(PhoneNumber::value)
                        .orElse(null));
        identify(child, form, today);
        place(child, form);
    }

    private void identify(Child child, ChildForm form, LocalDate today) {
        IdType type = form.idType();
        String text = form.idNumber();
        Optional<IdentityDocument> document =
                type == null || text == null ? Optional.empty() : IdentityDocument.parse(type, text, today);
        Optional<Hashes> found = document.map(one -> one.hashes(hashes));
        child.idType = type;
        child.idNumberCipher = sealed.keep(
                Column.CHILD_ID_NUMBER,
                child.id,
                child.idNumberCipher,
                document.map(IdentityDocument::number).orElse(null));
        child.idNumberHash = found.map(Hashes::hash).orElse(null);
        child.idNumberHashNext = found.map(Hashes::next).orElse(null);
    }

    private void place(Child child, ChildForm form) {
        child.hukouRegistered = form.hukouRegistered();
        child.hukouAreaCode = form.hukouAreaCode();
        child.hukouAddressCipher =
                sealed.keep(Column.CHILD_HUKOU_ADDRESS, child.id, child.hukouAddressCipher, text(form.hukouAddress()));
        child.residenceAddressCipher = sealed.keep(
                Column.CHILD_RESIDENCE_ADDRESS, child.id, child.residenceAddressCipher, text(form.residenceAddress()));
        child.hamlet = text(form.hamlet());
    }

    /** Blanks say nothing. */
    private static @Nullable String text(@Nullable String written) {
        return written == null || written.isBlank() ? null : written.strip();
    }
}
