package org.enlace.systems;

import java.util.Arrays;
import java.util.List;
import org.enlace.access.Account;
import org.enlace.ui.Option;
import org.enlace.ui.Page;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * A further token for a case system, so that the one in use can be replaced without a gap.
 *
 * @param typed what was typed and does not do, or null
 */
record NewTokenPage(Account system, @Nullable TokenForm typed, Problems problems) implements Page {

    @Override
    public String title(Words words) {
        return words.say("token.new");
    }

    @Override
    public int status() {
        return problems.areThere() ? 422 : 200;
    }

    @Override
    public boolean needsKey() {
        return true;
    }

    static List<Option> scopes(Words words) {
        return Arrays.stream(Scope.values())
                .map(scope -> Option.of(scope.name(), words.say("scope." + scope)))
                .toList();
    }

    static List<Option> lives(Words words) {
        return Arrays.stream(Life.values())
                .map(life -> Option.of(life.name(), words.say("life." + life)))
                .toList();
    }
}
