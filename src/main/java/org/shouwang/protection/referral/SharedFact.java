package org.shouwang.protection.referral;

import java.util.EnumSet;
import java.util.Set;
import org.shouwang.protection.directory.ReferralType;

/** A fact of a person that a receiver may be shown, and which receiver needs which (data minimisation; 个人信息保护法 art. 6, 28). */
enum SharedFact {
    FULL_NAME,
    /** Without the surname: the pairing card (domain reference, 1.2). */
    GIVEN_NAME,
    SEX,
    BIRTH_DATE,
    /** Completed years. */
    AGE,
    ID_NUMBER,
    ADDRESS,
    /** Whom to call: who cares for the child, or the person. */
    CONTACT;

    private static final Set<SharedFact> PERSON = EnumSet.of(FULL_NAME, SEX, BIRTH_DATE);

    /** What an office needs of a person for this kind of service. */
    static Set<SharedFact> of(ReferralType type) {
        return switch (type) {
            // They look for the person, establish who it is and go there.
            case POLICE, PROSECUTION, JUDICIAL -> with(PERSON, ID_NUMBER, ADDRESS, CONTACT);
            // Who applies brings the papers.
            case LEGAL_AID -> with(PERSON, CONTACT);
            // Nobody at home is called, and nobody is sent there.
            case SHELTER -> PERSON;
            // The day of birth gives the dose; who cares for a child agrees to the treatment.
            case MEDICAL, REHAB -> with(PERSON, CONTACT);
            // An expert opinion names who was examined.
            case INJURY_ASSESSMENT -> with(PERSON, ID_NUMBER);
            case PSYCH, FAMILY_EDU, EMPLOYMENT -> EnumSet.of(FULL_NAME, SEX, AGE, CONTACT);
            // The year at school follows the day of birth.
            case EDUCATION, NURSERY -> with(PERSON, CONTACT);
            // They look into registers by the number, and visit the home.
            case CIVIL_AID, HUKOU -> with(PERSON, ID_NUMBER, ADDRESS, CONTACT);
            case SOCIAL_WORK -> EnumSet.of(FULL_NAME, SEX, AGE, ADDRESS, CONTACT);
            // Volunteers are no office: first name, age, sex, and the village's contact.
            case VOLUNTEER -> EnumSet.of(GIVEN_NAME, SEX, AGE);
        };
    }

    /**
     * The same of one referral. Who cares for a child may be who harms it: nobody but those who prosecute is led to call there where
     * a child's referral follows a danger or a violence.
     *
     * @param guarded whether it follows an incident, or is confidential
     */
    static Set<SharedFact> of(ReferralType type, boolean ofChild, boolean guarded) {
        Set<SharedFact> facts = EnumSet.copyOf(of(type));
        boolean prosecutes =
                type == ReferralType.POLICE || type == ReferralType.PROSECUTION || type == ReferralType.JUDICIAL;
        if (ofChild && guarded && !prosecutes) {
            facts.remove(CONTACT);
        }
        return facts;
    }

    private static Set<SharedFact> with(Set<SharedFact> facts, SharedFact... more) {
        Set<SharedFact> all = EnumSet.copyOf(facts);
        all.addAll(Set.of(more));
        return all;
    }
}
