/** Ledger times tariff is money. Nothing is simulated or read here. */
package org.swarmload.cost;
