package org.swarmload.yaml;

/**
 * A value laid over a scenario.
 *
 * @param option that brought it, for messages
 * @param path dotted; a number or a name steps into a list
 * @param value YAML
 */
public record Assignment(String option, String path, String value) {}
