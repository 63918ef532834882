package dev.rushlight.it;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Every text that somebody may write freely and others may come to read: by the page or the event that it comes in by.
 * {@link ScriptsIT} and {@link ScriptsInFormsIT} try scripts in each of them.
 */
enum FreeText {
    SUBMISSION(Area.HUB, 10_000, "webreview.submit"),
    SUBMISSION_REFUSED(Area.HUB, 250, "webreview.submit"),
    SUBMITTED_ADDRESS(Area.HUB, 2_000, "webreview.submit"),
    HUB_VOTE_REASON(Area.HUB, 10_000, "webreview.vote"),
    HUB_VOTE_LABEL(Area.HUB, 60, "webreview.vote"),
    HUB_COMMENT(Area.HUB, 10_000, "webreview.comment"),
    HUB_WITHDRAWAL_REASON(Area.HUB, 10_000, "webreview.withdraw"),
    HUB_QUERY_KEY(Area.HUB, 200, "webreview.query"),

    NOTE(Area.ITEM, 10_000, "note/Composer.java", "note/NoteField.java", "room/note-field.ts"),
    NOTE_DRAFT(Area.ITEM, 10_000, "room/note-field.ts"),
    ANSWER(Area.ITEM, 10_000, "note/ReplyField.java"),
    CHANGED_NOTE(Area.ITEM, 10_000, "note/ThreadWork.java"),
    ATTACHMENT_NAME(Area.ITEM, 200, "room/note-field.ts"),
    DRAWN_WORDS(Area.ITEM, 1_000, "room/words-field.ts"),
    LINE_NOTE(Area.ITEM, 10_000, "room/line-composer.ts"),
    VOTE_REASON(Area.ITEM, 10_000, "item/DecisionPanel.java"),
    ACT_REASON(Area.ITEM, 10_000, "item/ReasonDialog.java"),

    SEARCH(Area.QUEUE, 200, "queue/QueueFields.java"),
    SAVED_FILTER_NAME(Area.QUEUE, 60, "queue/SaveFilterDialog.java"),
    ADDRESS(Area.QUEUE, 200, "look/QueueAddress.java"),

    SIGN_IN_NAME(Area.PEOPLE, 200, "access/LoginView.java"),
    USERNAME(Area.PEOPLE, 64, "admin/InviteDialog.java", "access/SetUpView.java"),
    DISPLAY_NAME(Area.PEOPLE, 100, "admin/InviteDialog.java", "access/SetUpView.java"),
    FUNCTION(Area.PEOPLE, 100, "admin/FunctionsDialog.java"),
    HUB_KEY_USER(Area.PEOPLE, 100, "admin/HubKeysView.java"),

    CONNECTION_NAME(Area.CONNECTIONS, 60, "admin/ConnectionDialog.java"),
    CONNECTION_SERVER(Area.CONNECTIONS, 500, "admin/ConnectionDialog.java"),
    CONNECTION_USER(Area.CONNECTIONS, 200, "admin/ConnectionDialog.java"),
    HUB_USER(Area.CONNECTIONS, 200, "admin/RulesDialog.java"),

    REVIEW_SESSION_NAME(Area.SESSIONS, 200, "reviewsession/PlanDialog.java"),
    REVIEW_SESSION_PROJECT(Area.SESSIONS, 100, "reviewsession/PlanDialog.java"),
    REVIEW_SESSION_DESCRIPTION(Area.SESSIONS, 10_000, "reviewsession/PlanDialog.java"),
    ITEM_SEARCH(Area.SESSIONS, 200, "reviewsession/AddItemsDialog.java"),
    GUEST_NAME(Area.SESSIONS, 100, "reviewsession/InviteGuestDialog.java"),
    GUEST_EMAIL(Area.SESSIONS, 254, "reviewsession/InviteGuestDialog.java"),
    GUEST_NOTE(Area.SESSIONS, 10_000, "note/Composer.java"),
    GUEST_REASON(Area.SESSIONS, 10_000, "guest/GuestVotePanel.java"),

    POLICY_NAME(Area.POLICIES, 100, "admin/NewPolicyDialog.java", "admin/PolicyForm.java"),
    POLICY_TIME(Area.POLICIES, 100, "admin/PolicyForm.java"),
    POLICY_TEXT(Area.POLICIES, 1_000, "admin/PolicyTextField.java"),
    STAGE_NAME(Area.POLICIES, 60, "admin/StageForm.java"),
    STAGE_WORK(Area.POLICIES, 100, "admin/StageForm.java", "admin/NamesField.java"),
    RULE_WORK(Area.POLICIES, 100, "admin/RuleRow.java"),
    PROBED_WORK(Area.POLICIES, 100, "admin/PolicyProbe.java"),
    SIMULATED_PROJECT(Area.POLICIES, 100, "admin/SimulationPanel.java"),
    REEVALUATION_REASON(Area.POLICIES, 500, "admin/EarlierPanel.java");

    /** Which test tries it. */
    enum Area {
        HUB,
        ITEM,
        QUEUE,
        PEOPLE,
        CONNECTIONS,
        SESSIONS,
        POLICIES
    }

    private final Area area;
    private final int longest;
    private final List<String> sources;

    /** @param sources the topics by which it comes in, or the source files whose field it is */
    FreeText(Area area, int longest, String... sources) {
        this.area = area;
        this.longest = longest;
        this.sources = List.of(sources);
    }

    static Set<FreeText> of(Area area) {
        var all = EnumSet.allOf(FreeText.class);
        all.removeIf(one -> one.area != area);
        return all;
    }

    static List<String> allSources() {
        return Arrays.stream(values()).flatMap(one -> one.sources.stream()).toList();
    }

    /** How many characters fit. */
    int longest() {
        return longest;
    }
}
