/**
 * Why an indicator, or a kommun in it, gets no place in an order.
 *
 * - `svar`: answers to a question, or words: there is no order to stand in
 * - `antal`: counts and amounts follow the size of the kommun
 * - `bas-okand`: how many the share is of is not in our data
 * - `for-fa`: too few kommuner have a value
 * - `liten-bas`: the kommun's share is of too few
 * - `saknas`: the kommun has no value
 */
export type NoRank = 'svar' | 'antal' | 'artal' | 'bas-okand' | 'for-fa' | 'liten-bas' | 'saknas';
