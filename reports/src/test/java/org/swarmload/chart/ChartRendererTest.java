package org.swarmload.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ChartRendererTest {
    private final ChartRenderer renderer = new ChartRenderer();

    private static TimeChart chart(String id) {
        TimeChart.Series area = new TimeChart.Series("edges", Ink.EDGES, new double[] {1e9, 2e9, 3e9});
        TimeChart.Panel panel = new TimeChart.Panel(
                "cdn", List.of(area), List.of(), List.of(new TimeChart.Band("origin down", 75_610, 75_620)), null);
        return new TimeChart(
                id,
                "Title <with> markup",
                "subtitle",
                "what to see",
                new TimeChart.Clock(75_600, 10, 3, "Europe/Berlin"),
                Axis.of(Axis.Kind.RATE, "Bandwidth", 3e9),
                List.of(panel),
                List.of(new TimeChart.Key("edges", Ink.EDGES, true)));
    }

    @Test
    void shouldDrawPngAtTwiceTheSize() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(renderer.png(chart("a"))));
        assertThat(image.getWidth()).isEqualTo(2 * 1100);
        assertThat(image.getHeight()).isEqualTo(2 * 430);
        assertThat(hasColor(image, 0x0072B2)).as("the area is drawn").isTrue();
    }

    private static boolean hasColor(BufferedImage image, int rgb) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xFFFFFF) == rgb) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void shouldDrawSvgThatSaysWhatItShows() {
        String svg = renderer.svg(chart("a"));
        assertThat(svg)
                .startsWith("<svg")
                .contains("role=\"img\"", "aria-label=\"Title &lt;with&gt; markup. what to see\"")
                .contains("21:00", "origin down", "Time of day, Europe/Berlin")
                .doesNotContain("<script");
    }

    @Test
    void shouldDrawTheSameSvgAgain() {
        assertThat(renderer.svg(chart("a"))).isEqualTo(renderer.svg(chart("a")));
    }

    @Test
    void shouldGiveEachPictureItsOwnIds() {
        assertThat(renderer.svg(chart("first"))).contains("id=\"first-").doesNotContain("id=\"second-");
        assertThat(renderer.svg(chart("second"))).contains("id=\"second-");
    }

    @Test
    void shouldSayInWordsThatThereIsNothingToDraw() {
        TimeChart.Panel empty = new TimeChart.Panel("p2p", List.of(), List.of(), List.of(), "Nobody stalled.");
        TimeChart with = chart("a");
        TimeChart chart = new TimeChart("a", "t", "s", "alt", with.clock(), with.axis(), List.of(empty), List.of());
        assertThat(renderer.svg(chart)).contains("Nobody stalled.");
    }
}
