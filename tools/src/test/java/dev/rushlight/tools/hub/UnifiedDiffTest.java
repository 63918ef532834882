package dev.rushlight.tools.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rushlight.hub.JsonText;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {

    private static final String DIFF = """
            commit 0000000
            diff --git a/rig/mirror.py b/rig/mirror.py
            index 83db48f..bf2a4e0 100644
            --- a/rig/mirror.py
            +++ b/rig/mirror.py
            @@ -1,2 +1,2 @@
            -AXIS = "y"
            +AXIS = "x"
             print(AXIS)
            diff --git a/rig/skin.py b/rig/weights.py
            similarity index 100%
            rename from rig/skin.py
            rename to rig/weights.py
            diff --git a/rig/old.py b/rig/old.py
            deleted file mode 100644
            index e69de29..0000000
            diff --git a/docs/my notes.md b/docs/my notes.md
            new file mode 100644
            index 0000000..e69de29
            --- /dev/null
            +++ b/docs/my notes.md
            @@ -0,0 +1 @@
            +--- a/not/a/header
            """;

    @Test
    void everyFileIsAChange() {
        assertThat(UnifiedDiff.changes(DIFF)).isEqualTo(JsonText.parseArray("""
                        [{"path":"rig/mirror.py","action":"modify","diff":"--- a/rig/mirror.py\\n+++ b/rig/mirror.py\\n\
                        @@ -1,2 +1,2 @@\\n-AXIS = \\"y\\"\\n+AXIS = \\"x\\"\\n print(AXIS)\\n"},
                         {"path":"rig/weights.py","oldPath":"rig/skin.py","action":"rename"},
                         {"path":"rig/old.py","action":"delete"},
                         {"path":"docs/my notes.md","action":"add","diff":"--- /dev/null\\n+++ b/docs/my notes.md\\n\
                        @@ -0,0 +1 @@\\n+--- a/not/a/header\\n"}]"""));
    }

    @Test
    void textWithoutAFileIsNoDiff() {
        assertThatThrownBy(() -> UnifiedDiff.changes("nothing")).hasMessageContaining("git diff");
    }

    @Test
    void aFileWithoutANameIsRefused() {
        assertThatThrownBy(() -> UnifiedDiff.changes("diff --git nonsense\n"))
                .hasMessageContaining("diff --git nonsense");
    }
}
