/**
 * 答复检查: what a reader would object to in a department's reply, before it is sent. Marks that can be followed word by word, and no
 * score: a mark is a question to the writer, not a verdict.
 */
@NullMarked
package city.minsheng.textmining.reply;

import org.jspecify.annotations.NullMarked;
