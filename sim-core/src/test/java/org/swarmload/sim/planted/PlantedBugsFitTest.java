package org.swarmload.sim.planted;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Planting takes minutes and is not done in each build; that sources have moved on is seen at once. */
class PlantedBugsFitTest {
    @Test
    void shouldFindThePlaceOfEveryBug() throws IOException {
        for (PlantedBug bug : PlantedBugs.all()) {
            String text = Files.readString(PlantedBugsTest.SOURCES.resolve(bug.file()));
            assertThatCode(() -> bug.plantedIn(text)).as(bug.name()).doesNotThrowAnyException();
        }
    }
}
