/** Who may use the hub: accounts, their keys, and the answer to a presented key. */
@NullMarked
package dev.rushlight.server.account;

import org.jspecify.annotations.NullMarked;
