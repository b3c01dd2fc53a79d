/** Scenario, delivery and replication to what the simulator runs. Pure. */
package org.swarmload.compile;
