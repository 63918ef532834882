package dev.rushlight.web.item;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import dev.rushlight.people.Identity;
import dev.rushlight.review.ReviewItemDetail;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewItems;
import dev.rushlight.review.VersionDetail;
import dev.rushlight.review.VoteDetail;
import dev.rushlight.web.access.CurrentPerson;
import dev.rushlight.web.keyboard.ReviewKeys;
import dev.rushlight.web.live.BackgroundWork;
import dev.rushlight.web.live.HubsAtAGlance;
import dev.rushlight.web.live.LiveViews;
import dev.rushlight.web.look.EmptyState;
import dev.rushlight.web.look.ItemAddress;
import dev.rushlight.web.look.Origin;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.note.NotesPanel;
import dev.rushlight.web.shell.MainLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One review item: look, vote, and see what becomes of it. */
@Route(value = Pages.ITEM, layout = MainLayout.class)
@CssImport("./rush/item.css")
@PermitAll
public class ItemView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final ReviewItems items;
    private final CurrentPerson current;
    private final LiveViews live;
    private final BackgroundWork background;

    private final ItemHead head = new ItemHead();
    private final Deciding deciding;
    private final Looking looking;
    private final NotesPanel notes;
    private final VersionRail versions = new VersionRail(this::choose);
    private final History history;
    private final ReviewKeys keys = new ReviewKeys();

    /** Written under the page's lock, read by whatever thread brings news. */
    private volatile Optional<ReviewItemDetail> item = Optional.empty();

    /** The number of the version on the screen. */
    private int shown;

    /** As the item. */
    private volatile Origin from = Origin.USUAL;

    @Inject
    public ItemView(
            ReviewItems items,
            DecisionDesks desks,
            LookDesks looks,
            CurrentPerson current,
            HubsAtAGlance hubs,
            LiveViews live,
            BackgroundWork background,
            NotesPanel notes,
            HistoryProof proof,
            Clock clock) {
        this.items = items;
        this.current = current;
        this.live = live;
        this.background = background;
        this.notes = notes;
        this.history = new History(proof);
        var room = new Here();
        deciding = new Deciding(desks, items, room, hubs, clock);
        looking = new Looking(looks, room, notes, () -> deciding.course().nextMedia());
        addClassNames("page", "item-page");
        notes.addFilterListener(chosen -> rememberAddress());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = event.getRouteParameters().get("id").flatMap(ReviewItemId::parse);
        item = id.flatMap(known -> items.detail(current.require(), known));
        if (item.isEmpty()) {
            showMissing();
            return;
        }
        var parameters = event.getLocation().getQueryParameters();
        from = ItemAddress.from(parameters);
        deciding.enter();
        shown = ItemAddress.version(parameters).stream()
                .filter(number -> version(number).isPresent())
                .findFirst()
                .orElseGet(this::usualVersion);
        notes.filter(ItemAddress.notes(parameters));
        var top = new Div(head, deciding.course().bar());
        top.addClassName("item-top");
        var side = new Aside();
        side.addClassName("item-side");
        deciding.panels().forEach(side::add);
        side.add(notes, versions, history);
        var body = new Div(looking, side);
        body.addClassName("item-body");
        removeAll();
        var jumps = new JumpBar(top, deciding.decision(), notes);
        add(top, deciding.notices(), body, deciding.course().filmstrip(), jumps, keys);
        render();
    }

    @Override
    public String getPageTitle() {
        return item.map(known -> "%s v%d · Rushlight".formatted(known.name(), shown))
                .orElse("Not found · Rushlight");
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        new ItemNews(() -> item, deciding.course(), this::refresh, this::count).follow(attach, live, background);
        looking.hearing();
    }

    /** Reads the item anew and shows what is different, without touching what is being looked at or typed. */
    private void refresh() {
        item.ifPresent(before -> {
            var after = items.detail(current.require(), before.id());
            if (after.isEmpty()) {
                item = after;
                showMissing();
                return;
            }
            item = after;
            if (after.get().currentVersion() > before.currentVersion()) {
                if (deciding.followsTo(before, after.get(), shown)) {
                    shown = after.get().currentVersion();
                }
            } else {
                deciding.heardVotes(votes(before), votes(after.get()));
            }
            render();
        });
    }

    private void count() {
        if (item.isPresent()) {
            deciding.course().count();
        }
    }

    private List<VoteDetail> votes(ReviewItemDetail detail) {
        return detail.versions().stream()
                .filter(version -> version.number() == shown)
                .flatMap(version -> version.votes().stream())
                .toList();
    }

    private void render() {
        var detail = item.orElseThrow();
        var version = version(shown).orElseThrow();
        keys.serve(detail.kind());
        head.show(detail, version, from, deciding.course().through());
        looking.show();
        deciding.show();
        notes.show(detail, shown);
        versions.show(detail, shown);
        history.show(detail);
    }

    private void choose(int number) {
        shown = number;
        deciding.notices().clear();
        rememberAddress();
        render();
    }

    /** So that whoever follows this page's address sees the same version and the same notes. */
    private void rememberAddress() {
        var detail = item.orElseThrow();
        var version = shown == usualVersion() ? OptionalInt.empty() : OptionalInt.of(shown);
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(
                        null,
                        new Location(Pages.item(detail.id()), ItemAddress.parameters(from, version, notes.filters())));
    }

    private void showMissing() {
        removeAll();
        looking.clear();
        var back = new Anchor(Pages.QUEUE, "Back to the queue");
        back.addClassName("button-link");
        add(new EmptyState(Symbol.QUEUE, "No such item", "It does not exist, or it is not for you.", back));
    }

    /** The version for those who come this way and ask for none. */
    private int usualVersion() {
        return deciding.course().pinnedVersion().orElse(item.orElseThrow().currentVersion());
    }

    private Optional<VersionDetail> version(int number) {
        return item.stream()
                .flatMap(detail -> detail.versions().stream())
                .filter(version -> version.number() == number)
                .findFirst();
    }

    /** This page, as its parts see it. */
    private final class Here implements Room {

        @Override
        public ReviewItemDetail item() {
            return item.orElseThrow();
        }

        @Override
        public VersionDetail version() {
            return ItemView.this.version(shown).orElseThrow();
        }

        @Override
        public Identity person() {
            return current.require();
        }

        @Override
        public boolean isWriting() {
            return notes.isWriting();
        }

        @Override
        public Origin from() {
            return from;
        }

        @Override
        public void refresh() {
            ItemView.this.refresh();
            count();
        }

        @Override
        public void choose(int number) {
            ItemView.this.choose(number);
        }

        @Override
        public void open(ReviewItemId other) {
            UI.getCurrent().navigate(Pages.item(other), ItemAddress.parameters(from));
        }
    }
}
