/** Max-min sharing of uplinks: many flows on one server port, few transfers on each of many peers. */
package org.swarmload.sim.net;
