package org.florilegium.extract;

/** What stands around the main content of a page, told by element, role and the words that pages use to name it. */
final class Clutter {
    private static final int KEPT = Tags.ARTICLE | Tags.MAIN;
    private static final int SMALL_HEADER = 300;

    private Clutter() {}

    /**
     * Removes what its name or element calls clutter, unless it holds half of the running text of the page: that is
     * content by any name.
     *
     * @param names the {@link NameHints} that are believed
     */
    static void remove(PageTree page, int names) {
        int all = page.running(0);
        for (int i = 1; i < page.size(); i++) {
            if (page.isElement(i) && page.running(i) * 2 <= all && isNamed(page, i, names)) {
                page.remove(i);
                i = page.end(i) - 1;
            }
        }
        page.recount();
    }

    private static boolean isNamed(PageTree page, int i, int names) {
        if (page.is(i, KEPT)) {
            return false;
        }
        return page.is(i, Tags.AROUND)
                || page.isNamed(i, names)
                || (page.is(i, Tags.HEADER) && page.text(i) < SMALL_HEADER);
    }
}
