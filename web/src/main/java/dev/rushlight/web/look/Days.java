package dev.rushlight.web.look;

import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;

/** Days as these pages write them, such as 29 Nov 2026, in the fields where somebody chooses one. */
public final class Days {

    private Days() {}

    /** Shows days that way, and takes them typed in the other ways that people use. */
    public static DatePickerI18n words() {
        return new DatePickerI18n().setDateFormats("d MMM yyyy", "d.M.yyyy", "yyyy-MM-dd", "M/d/yyyy");
    }
}
