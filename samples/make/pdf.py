"""Writes PDF files with running heads and page numbers, in the standard fonts, the same bytes every time."""

import io

from reportlab.lib.pagesizes import A5
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer
from xml.sax.saxutils import escape

from texts import NOTE

BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=10.5, leading=14, spaceAfter=6, alignment=4)
HEAD = ParagraphStyle("head", fontName="Times-Bold", fontSize=15, leading=20, spaceAfter=12)


def pdf(text, password=None):
    def furniture(canvas, document):
        canvas.setFont("Times-Italic", 8)
        canvas.drawString(50, A5[1] - 30, text.title)
        canvas.drawCentredString(A5[0] / 2, 25, str(document.page))

    def canvas(*args, **kwargs):
        return Canvas(*args, **{**kwargs, "invariant": 1})

    out = io.BytesIO()
    encryption = StandardEncryption(password, strength=128) if password else None
    document = SimpleDocTemplate(
        out, pagesize=A5, leftMargin=50, rightMargin=50, topMargin=50, bottomMargin=45,
        title=text.title, subject=NOTE, author="", encrypt=encryption, lang=text.language,
    )
    flow = [Paragraph(escape(text.title), HEAD), Spacer(1, 6)]
    flow += [Paragraph(escape(p), BODY) for p in text.paragraphs]
    document.build(flow, onFirstPage=furniture, onLaterPages=furniture, canvasmaker=canvas)
    return out.getvalue()
