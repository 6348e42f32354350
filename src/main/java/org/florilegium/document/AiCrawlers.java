package org.florilegium.document;

import java.util.Locale;
import java.util.Set;

/** Product tokens under which firms gather text for models, or let sites say that gathered text is not for models. */
public final class AiCrawlers {
    private static final Set<String> TOKENS = Set.of(
            "ai2bot",
            "ai2bot-dolma",
            "amazonbot",
            "anthropic-ai",
            "applebot-extended",
            "brightbot",
            "bytespider",
            "ccbot",
            "chatgpt-user",
            "claude-searchbot",
            "claude-user",
            "claude-web",
            "claudebot",
            "cohere-ai",
            "cohere-training-data-crawler",
            "cotoyogi",
            "deepseekbot",
            "diffbot",
            "duckassistbot",
            "facebookbot",
            "google-cloudvertexbot",
            "google-extended",
            "gptbot",
            "icc-crawler",
            "imagesiftbot",
            "img2dataset",
            "kangaroo",
            "laion-huggingface-processor",
            "laiondownloader",
            "meta-externalagent",
            "meta-externalfetcher",
            "mistralai-user",
            "novaact",
            "oai-searchbot",
            "omgili",
            "omgilibot",
            "pangubot",
            "perplexity-user",
            "perplexitybot",
            "petalbot",
            "quora-bot",
            "semrushbot-ocob",
            "sidetrade",
            "tiktokspider",
            "timpibot",
            "velenpublicwebcrawler",
            "webzio-extended",
            "youbot");

    private AiCrawlers() {}

    /** Whether {@code token}, in any case, names one. */
    public static boolean include(String token) {
        return TOKENS.contains(token.toLowerCase(Locale.ROOT));
    }
}
