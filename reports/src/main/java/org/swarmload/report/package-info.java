/**
 * What a report says, as data: sentences, figures, tables and charts derived from a study's result. No HTML, no files.
 */
package org.swarmload.report;
