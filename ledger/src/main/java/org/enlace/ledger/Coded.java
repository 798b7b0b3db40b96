package org.enlace.ledger;

/** The part of an act that the host may read, one type for each kind of act. An act that says nothing to the host has an empty object here. */
public sealed interface Coded
        permits Accept,
                Answer,
                Ask,
                AskUse,
                Assign,
                Call,
                Close,
                Decline,
                Destroy,
                Execute,
                GrantUse,
                LetLapse,
                Open,
                Postpone,
                Preserve,
                Progress,
                Receive,
                RefuseConditions,
                Result,
                Send,
                Share,
                TakeInCharge,
                Transfer,
                UpholdConditions,
                Coded.Plain {
    /** The act's {@code kind}. */
    String kind();

    /** The members in their declared order. */
    Json json();

    /** The kinds that tell the host nothing but that they happened. */
    enum Plain implements Coded {
        WITHDRAW("withdraw"),
        ASK_DESTRUCTION("ask-destruction"),
        /** How does it stand? */
        ENQUIRE("enquire"),
        /** Something that nobody asked for is in the sealed message. */
        ADD("add"),
        COMMENT("comment");

        private final String kind;

        Plain(String kind) {
            this.kind = kind;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public Json json() {
            return new Payload().json();
        }
    }

    /**
     * Reads the part that goes with a kind of act.
     *
     * @throws Unknown if the kind is not known
     */
    static Coded read(String kind, Json json) {
        var fields = Fields.of(json);
        Coded coded = switch (kind) {
            case "send" -> Send.read(fields);
            case "open" -> Open.read(fields);
            case "take-in-charge" -> TakeInCharge.read(fields);
            case "accept" -> Accept.read(fields);
            case "postpone" -> Postpone.read(fields);
            case "decline" -> Decline.read(fields);
            case "ask" -> Ask.read(fields);
            case "answer" -> Answer.read(fields);
            case "assign" -> Assign.read(fields);
            case "call" -> Call.read(fields);
            case "transfer" -> Transfer.read(fields);
            case "progress" -> Progress.read(fields);
            case "preserve" -> Preserve.read(fields);
            case "execute" -> Execute.read(fields);
            case "result" -> Result.read(fields);
            case "receive" -> Receive.read(fields);
            case "refuse-conditions" -> RefuseConditions.read(fields);
            case "uphold-conditions" -> UpholdConditions.read(fields);
            case "ask-use" -> AskUse.read(fields);
            case "grant-use" -> GrantUse.read(fields);
            case "destroy" -> Destroy.read(fields);
            case "share" -> Share.read(fields);
            case "let-lapse" -> LetLapse.read(fields);
            case "close" -> Close.read(fields);
            case "withdraw" -> Plain.WITHDRAW;
            case "ask-destruction" -> Plain.ASK_DESTRUCTION;
            case "enquire" -> Plain.ENQUIRE;
            case "add" -> Plain.ADD;
            case "comment" -> Plain.COMMENT;
            default -> throw new Unknown("This kind of act is not known to this program.");
        };
        fields.end();
        return coded;
    }
}
