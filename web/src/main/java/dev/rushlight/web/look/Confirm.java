package dev.rushlight.web.look;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks once more before something that cannot be taken back easily. */
public final class Confirm {

    private Confirm() {}

    public static void ask(String title, String text, String verb, Runnable action) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(title);
        dialog.setText(text);
        dialog.setCancelable(true);
        dialog.setConfirmText(verb);
        dialog.setConfirmButtonTheme("primary error");
        dialog.addConfirmListener(confirmed -> action.run());
        dialog.open();
    }
}
