/**
 * Closed formulas, and equations solved numerically, that stand beside simulated results. Pure functions of a model;
 * nothing here is simulated.
 */
package org.swarmload.sim.theory;
