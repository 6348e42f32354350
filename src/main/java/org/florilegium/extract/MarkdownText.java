package org.florilegium.extract;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;

/** Markdown to readable text: marks go, headings, paragraphs, list items and table rows keep their lines. */
final class MarkdownText {
    private static final Pattern FRONT_MATTER = Pattern.compile("\\A---\\R.*?\\R(---|\\.\\.\\.)\\R", Pattern.DOTALL);
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    /** Nobody writes longer ones; the parser may take the square of their length, so that they stay as they are. */
    private static final int LONGEST_PARAGRAPH = 200_000;

    private MarkdownText() {}

    static Extracted extract(String markdown) {
        String body = FRONT_MATTER.matcher(markdown).replaceFirst("");
        if (hasEndlessParagraph(body)) {
            return new Extracted(body, "");
        }
        Node document = PARSER.parse(body);
        Writer writer = new Writer();
        document.accept(writer);
        return new Extracted(writer.out.text(), writer.title);
    }

    /** Lines up to an empty one. */
    private static boolean hasEndlessParagraph(String markdown) {
        int start = 0;
        boolean empty = true;
        for (int i = 0; i < markdown.length(); i++) {
            char c = markdown.charAt(i);
            if (c == '\n' && empty) {
                start = i;
            }
            empty = c == '\n' || (empty && c <= ' ');
            if (i - start > LONGEST_PARAGRAPH) {
                return true;
            }
        }
        return false;
    }

    private static final class Writer extends AbstractVisitor {
        private final TextBlocks out = new TextBlocks();
        private String title = "";

        @Override
        public void visit(Heading heading) {
            out.paragraph();
            int start = out.length();
            visitChildren(heading);
            if (title.isEmpty() && heading.getLevel() == 1) {
                title = out.since(start).strip();
            }
            out.paragraph();
        }

        @Override
        public void visit(Paragraph paragraph) {
            boolean inItem = paragraph.getParent() instanceof ListItem;
            if (inItem) {
                visitChildren(paragraph);
                out.line();
            } else {
                out.paragraph();
                visitChildren(paragraph);
                out.paragraph();
            }
        }

        @Override
        public void visit(BulletList list) {
            list(list);
        }

        @Override
        public void visit(OrderedList list) {
            list(list);
        }

        private void list(Node list) {
            out.line();
            if (!(list.getParent() instanceof ListItem)) {
                out.paragraph();
            }
            visitChildren(list);
            out.paragraph();
        }

        @Override
        public void visit(ListItem item) {
            out.line();
            visitChildren(item);
            out.line();
        }

        @Override
        public void visit(CustomBlock block) {
            if (block instanceof TableBlock) {
                out.paragraph();
            }
            visitChildren(block);
            out.paragraph();
        }

        @Override
        public void visit(CustomNode node) {
            visitChildren(node);
            if (node instanceof TableCell) {
                out.append("\t");
            } else if (node instanceof TableRow) {
                out.line();
            }
        }

        @Override
        public void visit(Text text) {
            out.append(text.getLiteral());
        }

        @Override
        public void visit(Code code) {
            out.append(code.getLiteral());
        }

        @Override
        public void visit(FencedCodeBlock code) {
            block(code.getLiteral());
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            block(code.getLiteral());
        }

        @Override
        public void visit(HtmlBlock html) {
            block(Jsoup.parseBodyFragment(html.getLiteral()).wholeText());
        }

        @Override
        public void visit(HtmlInline html) {
            if (html.getLiteral().startsWith("<br")) {
                out.line();
            }
        }

        @Override
        public void visit(Image image) {
            // what stands for a picture is not part of the running text
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            out.append("\n");
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            out.line();
        }

        private void block(String text) {
            out.paragraph();
            out.append(text.strip());
            out.paragraph();
        }
    }
}
