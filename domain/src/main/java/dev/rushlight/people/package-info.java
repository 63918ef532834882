/** Who may come in and what each person may do here: accounts, roles, passwords and invitations. */
@NullMarked
package dev.rushlight.people;

import org.jspecify.annotations.NullMarked;
