package org.florilegium.tag.tradition;

import java.io.Closeable;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Finds which queries of a tradition file a text matches. Not for several threads at once. */
final class TraditionMatcher implements Closeable {
    private static final String FIELD = "text";
    private static final Comparator<TraditionQuery> ORDER = Comparator.comparing(TraditionQuery::id);

    private final Analyzer analyzer = new TraditionAnalyzer();
    private final Map<String, TraditionQuery> queries = new HashMap<>();
    private final Monitor monitor;

    TraditionMatcher(Traditions traditions) {
        try {
            MonitorConfiguration configuration = new MonitorConfiguration().setPurgeFrequency(1, TimeUnit.DAYS);
            monitor = new Monitor(analyzer, new TermFilteredPresearcher(), configuration);
            List<MonitorQuery> registered = new ArrayList<>();
            for (Tradition leaf : traditions.leaves()) {
                for (TraditionQuery query : leaf.queries()) {
                    queries.put(query.id(), query);
                    registered.add(new MonitorQuery(query.id(), anyOf(query.forms())));
                }
            }
            monitor.register(registered);
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot index tradition queries in memory", impossible);
        }
    }

    /** Queries that {@code text} matches, in the order of their ids. */
    List<TraditionQuery> match(String text) {
        Document document = new Document();
        document.add(new TextField(FIELD, text, Field.Store.NO));
        try {
            List<TraditionQuery> found = new ArrayList<>();
            for (QueryMatch match :
                    monitor.match(document, QueryMatch.SIMPLE_MATCHER).getMatches()) {
                TraditionQuery query = queries.get(match.getQueryId());
                if (query != null) {
                    found.add(query);
                }
            }
            found.sort(ORDER);
            return found;
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot search in memory", impossible);
        }
    }

    private Query anyOf(List<String> forms) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String form : forms) {
            any.add(phrase(form), BooleanClause.Occur.SHOULD);
        }
        return any.build();
    }

    private Query phrase(String form) throws IOException {
        List<Term> words = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream(FIELD, new StringReader(form))) {
            CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(new Term(FIELD, word.toString()));
            }
            tokens.end();
        }
        if (words.size() == 1) {
            return new TermQuery(words.get(0));
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        words.forEach(phrase::add);
        return phrase.build();
    }

    @Override
    public void close() throws IOException {
        monitor.close();
        analyzer.close();
    }
}
