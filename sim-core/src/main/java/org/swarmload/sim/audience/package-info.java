/** Who the viewers are and when they press play: exogenous, the same in every delivery of a study. */
package org.swarmload.sim.audience;
