/**
 * Text to scenario: a located tree (every value knows its file, line and column), merged from {@code extends}, overlays
 * and {@code --set}, bound to the records of {@link org.swarmload.scenario}. Bad input yields every problem at once and
 * never anything but a {@link org.swarmload.yaml.ScenarioException}.
 */
package org.swarmload.yaml;
