package dev.rushlight.web.guest;

import dev.rushlight.web.look.Door;

/** What a link shows that opens nothing; why it does not is told to nobody. */
final class Nowhere {

    private Nowhere() {}

    static Door door() {
        var door = new Door();
        show(door);
        return door;
    }

    static void show(Door door) {
        door.show(
                "This link leads nowhere",
                "It may be over, taken back, or not copied whole. Ask whoever sent it to you for a new one.");
    }
}
