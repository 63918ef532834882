/** What administrators may do with the ledger: read it, check it, carry it out of the house. */
@NullMarked
package dev.rushlight.audit;

import org.jspecify.annotations.NullMarked;
