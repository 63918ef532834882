package dev.rushlight.web.reviewsession;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.rushlight.installation.DatabaseSettings;
import dev.rushlight.installation.Installation;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PeopleDesk;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.QueueCursor;
import dev.rushlight.review.QueueFilter;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewItemSummary;
import dev.rushlight.review.ReviewQueue;
import dev.rushlight.reviewsession.Destination;
import dev.rushlight.reviewsession.EntrySummary;
import dev.rushlight.reviewsession.GuestForm;
import dev.rushlight.reviewsession.GuestInvitation;
import dev.rushlight.reviewsession.GuestLinkCursor;
import dev.rushlight.reviewsession.GuestLinkDesk;
import dev.rushlight.reviewsession.GuestLinkId;
import dev.rushlight.reviewsession.GuestLinkSummary;
import dev.rushlight.reviewsession.GuestRight;
import dev.rushlight.reviewsession.Keeping;
import dev.rushlight.reviewsession.ReviewSessionDesk;
import dev.rushlight.reviewsession.ReviewSessionId;
import dev.rushlight.reviewsession.ReviewSessionState;
import dev.rushlight.web.live.LiveNews;
import dev.rushlight.web.live.LiveViews;
import dev.rushlight.web.look.CopyText;
import dev.rushlight.web.testing.Browser;
import dev.rushlight.web.testing.ByHand;
import dev.rushlight.web.testing.Frame;
import dev.rushlight.web.testing.MemoryReviewSessions;
import dev.rushlight.web.testing.Samples;
import dev.rushlight.web.testing.Somebody;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReviewSessionViewTest {

    private static final Installation INSTALLATION = new Installation(
            Path.of("data"),
            "127.0.0.1",
            8080,
            URI.create("http://rush.example/"),
            new DatabaseSettings("jdbc:h2:mem:x", "u", "p"),
            Duration.ofSeconds(10));

    private final Browser browser = new Browser();
    private final MemoryReviewSessions reviewSessions = new MemoryReviewSessions();
    private final List<String> done = new ArrayList<>();
    private final EntrySummary first = MemoryReviewSessions.entry("sh010", 0);
    private final EntrySummary second = MemoryReviewSessions.entry("sh020", 1);
    private final LiveViews live = new LiveViews();
    private final ByHand background = new ByHand();
    private final ReviewItemSummary waiting = Samples.row("sh030", Outcome.PENDING);

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void theItemsStandInTheirOrderAndPlayFromTheFirst() {
        open(Role.REVIEWER);

        assertThat(_find(EntryLine.class))
                .extracting(line -> line.entry().name())
                .containsExactly("sh010", "sh020");
        assertThat(_get(Anchor.class, spec -> spec.withId("play-all")).getHref())
                .isEqualTo("item/%s?session=%s".formatted(first.item(), MemoryReviewSessions.DAILIES));
        assertThat(_find(Button.class, spec -> spec.withId("add-items"))).isEmpty();
        assertThat(_find(GuestLinksCard.class)).isEmpty();
    }

    @Test
    void leadsMoveItemsWithoutAMouse() {
        open(Role.LEAD);

        assertThat(button("up-" + first.item()).isEnabled()).isFalse();
        _click(button("down-" + first.item()));
        _click(button("up-" + second.item()));
        assertThat(done)
                .containsExactly(
                        "move sh010 %s".formatted(Destination.after(second.item())),
                        "move sh020 %s".formatted(Destination.before(first.item())));
    }

    @Test
    void whatStandsThereAlreadyIsNotDrawnAnew() {
        open(Role.LEAD);
        var lines = _find(EntryLine.class);
        var asking = _get(ComboBox.class);

        _click(button("down-" + first.item()));
        assertThat(_find(EntryLine.class)).isEqualTo(lines);
        assertThat(_get(ComboBox.class)).isSameAs(asking);

        Collections.swap(reviewSessions.entries, 0, 1);
        _click(button("down-" + first.item()));
        assertThat(_find(EntryLine.class))
                .extracting(line -> line.entry().name())
                .containsExactly("sh020", "sh010");
    }

    @Test
    void newsOfOneItemLeavesTheLinesOfTheOthersAlone() {
        open(Role.LEAD);
        var lines = _find(EntryLine.class);
        reviewSessions.entries.set(
                1, MemoryReviewSessions.entry(second.item(), "sh020", 1, Keeping.KEEP_LATEST, 1, Outcome.APPROVED));
        _click(button("down-" + first.item()));

        assertThat(_find(EntryLine.class).get(0)).isSameAs(lines.get(0));
        assertThat(_find(EntryLine.class).get(1).entry().outcome()).isEqualTo(Outcome.APPROVED);
        assertThat(button("down-" + second.item()).isEnabled()).as("at the end").isFalse();
    }

    @Test
    void itemsArePinnedAndTakenOut() {
        open(Role.LEAD);

        _click(_get(_find(EntryLine.class).get(0), Button.class, spec -> spec.withText("Pin v1")));
        _click(button("remove-" + second.item()));
        assertThat(done).containsExactly("pin sh010 1", "remove sh020");
    }

    @Test
    void itemsAreAddedBySearchOrAllThatIsFound() {
        open(Role.LEAD);

        _click(button("add-items"));
        assertThat(button("add-some").isEnabled()).isFalse();
        _setValue(_get(TextField.class, spec -> spec.withId("add-words")), "comp");
        _get(Checkbox.class).setValue(true);
        _click(button("add-some"));
        _click(button("add-items"));
        _setValue(_get(TextField.class, spec -> spec.withId("add-words")), "comp");
        _click(button("add-all"));

        assertThat(done).containsExactly("add [%s] KEEP_LATEST".formatted(waiting.id()), "add all with Optional[comp]");
    }

    @Test
    void aClosedSessionIsOpenedAgain() {
        open(Role.LEAD);
        _click(button("close-session"));
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        assertThat(_find(Button.class, spec -> spec.withId("add-items"))).isEmpty();
        _click(button("reopen-session"));
        assertThat(done).containsExactly("close", "reopen");
    }

    @Test
    void aGuestLinkIsShownOnce() {
        open(Role.LEAD);
        _click(button("invite-guest"));
        _click(button("make-link"));
        assertThat(text("guest-links")).doesNotContain("Carla");
        _setValue(_get(TextField.class, spec -> spec.withId("guest-name")), "Carla");
        _setValue(_get(PasswordField.class, spec -> spec.withId("guest-passphrase")), "open sesame");
        _click(button("make-link"));

        assertThat(_get(CopyText.class).text()).isEqualTo("http://rush.example/guest/secret-code");
        assertThat(done).containsExactly("invite Carla COMMENT until 2026-11-30T12:00:00Z, passphrase true");
        _click(button("done"));
        assertThat(text("guest-links"))
                .contains("Carla", "In force", "never used")
                .doesNotContain("secret-code");
        _click(_get(Button.class, spec -> spec.withText("Revoke")));
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        assertThat(done).last().asString().startsWith("revoke");
    }

    @Test
    void newsLeaveTheFocusWhereItIs() {
        reviewSessions.links.add(link("Anna", Optional.empty()));
        reviewSessions.links.add(link("Bert", Optional.empty()));
        open(Role.LEAD);
        var lines = _find(GuestLinkLine.class);
        var standing = new ArrayList<Component>(lines);
        standing.addAll(_find(_get(ReviewSessionHead.class), Button.class));
        standing.addAll(_find(_get(GuestLinksCard.class), Button.class));
        var taken = new ArrayList<Component>();
        standing.forEach(part -> part.addDetachListener(detach -> taken.add(part)));

        var anna = reviewSessions.links.get(0);
        reviewSessions.links.set(0, used(anna));
        reviewSessions.links.add(0, link("Carla", Optional.empty()));
        reviewSessions.state = ReviewSessionState.CLOSED;
        LiveNews.changed(live, MemoryReviewSessions.DAILIES);
        background.work();
        browser.settle();

        assertThat(text("guest-links")).containsSubsequence("Carla", "Anna", "last used", "Bert", "never used");
        assertThat(button("reopen-session").getText()).isEqualTo("Open again");
        assertThat(_find(GuestLinkLine.class)).hasSize(3).containsAll(lines);
        assertThat(taken).isEmpty();
    }

    @Test
    void aLinkThatIsGoneFromTheListGoesAlone() {
        for (var name : List.of("Anna", "Bert", "Carla")) {
            reviewSessions.links.add(link(name, Optional.empty()));
        }
        open(Role.LEAD);
        var lines = _find(GuestLinkLine.class);
        reviewSessions.links.remove(1);
        LiveNews.changed(live, MemoryReviewSessions.DAILIES);
        background.work();
        browser.settle();
        assertThat(_find(GuestLinkLine.class)).containsExactly(lines.get(0), lines.get(2));
    }

    @Test
    void manyLinksComePageByPageAndStay() {
        for (var number = 1; number <= 45; number++) {
            reviewSessions.links.add(link("Guest " + number, Optional.empty()));
        }
        open(Role.LEAD);
        assertThat(_find(GuestLinkLine.class)).hasSize(20);
        _click(_get(Button.class, spec -> spec.withText("Show more")));
        _click(_get(Button.class, spec -> spec.withText("Show more")));
        assertThat(_find(GuestLinkLine.class)).hasSize(45);
        assertThat(_find(Button.class, spec -> spec.withText("Show more"))).isEmpty();
        reviewSessions.links.add(0, link("Newest", Optional.empty()));
        LiveNews.changed(live, MemoryReviewSessions.DAILIES);
        background.work();
        browser.settle();
        assertThat(_find(GuestLinkLine.class)).hasSize(46);
    }

    @Test
    void aRevokedLinkKeepsItsLineWithoutTheButton() {
        reviewSessions.links.add(link("Anna", Optional.empty()));
        open(Role.LEAD);
        reviewSessions.links.set(0, link("Anna", Optional.of(Samples.NOW)));
        LiveNews.changed(live, MemoryReviewSessions.DAILIES);
        background.work();
        browser.settle();
        assertThat(text("guest-links")).contains("Anna", "Revoked");
        assertThat(_find(Button.class, spec -> spec.withText("Revoke"))).isEmpty();
    }

    private static GuestLinkSummary link(String name, Optional<Instant> revoked) {
        var id = GuestLinkId.random();
        return new GuestLinkSummary(
                id,
                Somebody.person("guest", Role.VIEWER).id(),
                name,
                Optional.empty(),
                GuestRight.COMMENT,
                false,
                Samples.NOW,
                Samples.NOW.plusSeconds(3600),
                revoked,
                revoked.isEmpty(),
                0,
                Optional.empty(),
                new GuestLinkCursor(Samples.NOW, id.value()));
    }

    private static GuestLinkSummary used(GuestLinkSummary link) {
        return new GuestLinkSummary(
                link.id(),
                link.guest(),
                link.displayName(),
                link.email(),
                link.right(),
                link.hasPassphrase(),
                link.madeAt(),
                link.expires(),
                link.revoked(),
                link.inForce(),
                1,
                Optional.of(Samples.NOW),
                link.cursor());
    }

    @Test
    void whatIsNotThereIsSaid() {
        open(Role.REVIEWER);
        browser.go("sessions/" + ReviewSessionId.random());
        assertThat(_get(ReviewSessionView.class).getElement().getTextRecursively())
                .contains("There is no such review session");
    }

    private void open(Role role) {
        reviewSessions.entries.add(first);
        reviewSessions.entries.add(second);
        var somebody = Somebody.as(role);
        var people = new PeopleDesk() {
            @Override
            public List<Identity> voters() {
                return List.of(Somebody.person("tom", Role.REVIEWER));
            }
        };
        var queue = new ReviewQueue() {
            @Override
            public List<ReviewItemSummary> page(
                    Identity viewer, QueueFilter filter, Optional<QueueCursor> after, int limit) {
                return List.of(waiting);
            }
        };
        Frame.around(browser, somebody)
                .with(
                        ReviewSessionView.class,
                        () -> new ReviewSessionView(
                                reviewSessions,
                                new Desk(),
                                new Links(),
                                queue,
                                people,
                                somebody,
                                INSTALLATION,
                                Clock.fixed(Samples.NOW, ZoneOffset.UTC),
                                live,
                                background))
                .open();
        browser.go("sessions/" + MemoryReviewSessions.DAILIES);
    }

    private String name(ReviewItemId item) {
        return item.equals(first.item()) ? "sh010" : "sh020";
    }

    /** Notes what it is asked for. */
    private final class Desk extends ReviewSessionDesk {

        @Override
        public void move(Identity lead, ReviewSessionId id, ReviewItemId item, Destination destination) {
            done.add("move %s %s".formatted(name(item), destination));
        }

        @Override
        public void pin(Identity lead, ReviewSessionId id, ReviewItemId item, int version) {
            done.add("pin %s %d".formatted(name(item), version));
        }

        @Override
        public void remove(Identity lead, ReviewSessionId id, Collection<ReviewItemId> items) {
            items.forEach(item -> done.add("remove " + name(item)));
        }

        @Override
        public int add(Identity lead, ReviewSessionId id, List<ReviewItemId> items, Keeping keeping) {
            done.add("add %s %s".formatted(items, keeping));
            return items.size();
        }

        @Override
        public int addAll(Identity lead, ReviewSessionId id, QueueFilter filter, int most, Keeping keeping) {
            done.add("add all with " + filter.text());
            return 1;
        }

        @Override
        public void close(Identity lead, ReviewSessionId id) {
            done.add("close");
            reviewSessions.state = ReviewSessionState.CLOSED;
        }

        @Override
        public void reopen(Identity lead, ReviewSessionId id) {
            done.add("reopen");
            reviewSessions.state = ReviewSessionState.OPEN;
        }
    }

    /** Makes one link. */
    private final class Links extends GuestLinkDesk {

        @Override
        public GuestInvitation invite(Identity lead, ReviewSessionId id, GuestForm form) {
            done.add("invite %s %s until %s, passphrase %s"
                    .formatted(
                            form.displayName(),
                            form.right(),
                            form.expires(),
                            form.passphrase().isPresent()));
            var link = GuestLinkId.random();
            var guest = Somebody.person("guest", Role.VIEWER);
            reviewSessions.links.add(new GuestLinkSummary(
                    link,
                    guest.id(),
                    form.displayName(),
                    Optional.empty(),
                    GuestRight.COMMENT,
                    true,
                    Samples.NOW,
                    form.expires(),
                    Optional.empty(),
                    true,
                    0,
                    Optional.empty(),
                    new GuestLinkCursor(Samples.NOW, link.value())));
            return new GuestInvitation(link, guest, "secret-code");
        }

        @Override
        public void revoke(Identity lead, GuestLinkId id) {
            done.add("revoke " + id);
        }
    }

    private static Button button(String id) {
        return _get(Button.class, spec -> spec.withId(id));
    }

    private static String text(String id) {
        return _get(Component.class, spec -> spec.withId(id)).getElement().getTextRecursively();
    }
}
