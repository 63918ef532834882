package dev.rushlight.web.item;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.page.WebStorage;
import com.vaadin.flow.component.page.WebStorage.Storage;
import java.util.Objects;

/** Whether a vote leads on to the next item; this browser remembers it, and does so unless told otherwise. */
final class GoOn extends Checkbox {

    private static final String KEY = "rushlight.go-on";
    private static final String NO = "no";

    GoOn() {
        super("Go on to the next after my vote");
        setId("go-on");
        addClassName("go-on");
        addValueChangeListener(change -> {
            if (change.isFromClient()) {
                WebStorage.setItem(Storage.LOCAL_STORAGE, KEY, change.getValue() ? "yes" : NO);
            }
        });
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        WebStorage.getItem(attach.getUI(), Storage.LOCAL_STORAGE, KEY, known -> setValue(!Objects.equals(known, NO)));
    }
}
