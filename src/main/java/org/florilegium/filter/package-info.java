/**
 * Rules on whole documents: published recipes as named dialects, three rules for every language that may drop, and lists
 * of unwanted addresses.
 *
 * <p>Start with {@link org.florilegium.filter.ApplyRecipes}; a recipe's thresholds are in its YAML resource.
 */
@NullMarked
package org.florilegium.filter;

import org.jspecify.annotations.NullMarked;
