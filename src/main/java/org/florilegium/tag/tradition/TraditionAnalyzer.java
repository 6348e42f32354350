package org.florilegium.tag.tradition;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * Words by ICU for every script, folded to one case without accents. Han characters are words of their own, so that a
 * phrase matches wherever its characters stand side by side, whatever a dictionary would make of them.
 */
final class TraditionAnalyzer extends Analyzer {

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        ICUTokenizer words = new ICUTokenizer(new DefaultICUTokenizerConfig(false, true));
        TokenStream stems = new ElisionFilter(new EnglishPossessiveFilter(words), FrenchAnalyzer.DEFAULT_ARTICLES);
        return new TokenStreamComponents(words, new PlainLettersFilter(stems));
    }
}
