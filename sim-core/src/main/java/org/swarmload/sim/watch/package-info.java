/** Looking at a run while it goes on, without a trace in its result: what pickers see and choose, who holds what. */
package org.swarmload.sim.watch;
