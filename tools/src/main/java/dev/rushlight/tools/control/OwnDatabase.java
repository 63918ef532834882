package dev.rushlight.tools.control;

import dev.rushlight.installation.Installation;
import dev.rushlight.installation.InstallationDataSource;
import dev.rushlight.people.AdminExists;
import dev.rushlight.people.StandalonePeople;
import dev.rushlight.people.UnacceptableDisplayName;
import dev.rushlight.people.UnacceptablePassword;
import dev.rushlight.server.account.Accounts;
import dev.rushlight.server.account.DeactivatedAccount;
import dev.rushlight.server.account.UnacceptableUsername;
import java.sql.SQLException;

/** Set-up in the database itself, for an installation whose server does not run. */
final class OwnDatabase implements HeadlessSetUp {

    private final Installation installation;

    OwnDatabase(Installation installation) {
        this.installation = installation;
    }

    @Override
    public void createFirstAdmin(String username, String displayName, String password) {
        try (var people = StandalonePeople.open(installation)) {
            people.createFirstAdmin(username, displayName, password);
        } catch (AdminExists
                | UnacceptablePassword
                | UnacceptableDisplayName
                | dev.rushlight.people.UnacceptableUsername rule) {
            throw new Refused(rule);
        }
    }

    @Override
    public String issueKey(String user) {
        var database = new InstallationDataSource(installation.database());
        try {
            var key = Accounts.open(database).issueKey(user).key();
            database.end();
            return key;
        } catch (UnacceptableUsername | DeactivatedAccount rule) {
            throw new Refused(rule);
        } catch (SQLException failed) {
            throw new IllegalStateException("The database did not close: " + failed.getMessage(), failed);
        }
    }
}
