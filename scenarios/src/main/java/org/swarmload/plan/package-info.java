/** The cheapest order with which every objective holds: search, certificate, what if. */
package org.swarmload.plan;
