/** Runs what a scenario asks for and sums it up: metrics over replications, bounds, bills, verdicts. */
package org.swarmload.study;
