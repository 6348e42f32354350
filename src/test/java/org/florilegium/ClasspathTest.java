package org.florilegium;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult.State;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.io.kafka.KafkaIO;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.TermQuery;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.sax.BodyContentHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Every library that we lean on still works with what the build leaves out and the versions that it pins. */
class ClasspathTest {
    private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

    @TempDir
    private Path folder;

    @Test
    void beamCountsWordsOnTheDirectRunner() {
        PipelineOptions options = PipelineOptionsFactory.create();
        options.setRunner(DirectRunner.class);

        State state = countWords(options);

        assertThat(state).isEqualTo(State.DONE);
    }

    @Test
    @ResourceLock("flink")
    void beamCountsWordsOnEmbeddedFlink() {
        FlinkPipelineOptions options = PipelineOptionsFactory.create().as(FlinkPipelineOptions.class);
        options.setRunner(FlinkRunner.class);
        options.setFlinkMaster("[local]");
        options.setParallelism(1);

        State state = countWords(options);

        assertThat(state).isEqualTo(State.DONE);
    }

    @Test
    void beamEncodesRowsWithTheAvroThatParquetUses() throws Exception {
        GenericRecord row = row();
        AvroCoder<GenericRecord> coder = AvroCoder.generic(row.getSchema());

        GenericRecord read = CoderUtils.decodeFromByteArray(coder, CoderUtils.encodeToByteArray(coder, row));

        assertThat(read).isEqualTo(row);
    }

    @Test
    void kafkaReadsAreBuiltAndExpanded() {
        Pipeline pipeline = Pipeline.create();

        PCollection<KV<String, String>> records = pipeline.apply(KafkaIO.<String, String>read()
                .withBootstrapServers("127.0.0.1:1")
                .withTopic("samples")
                .withKeyDeserializer(StringDeserializer.class)
                .withValueDeserializer(StringDeserializer.class)
                .withoutMetadata());

        assertThat(records.isBounded()).isEqualTo(PCollection.IsBounded.UNBOUNDED);
        assertThat(kafka.server.KafkaRaftServer.class).isNotNull();
    }

    @Test
    void tikaReadsPdf() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.showText("bread and salt");
                content.endText();
            }
            pdf.save(bytes);
        }

        assertThat(text(bytes.toByteArray())).contains("bread and salt");
    }

    @Test
    void tikaReadsDocx() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XWPFDocument docx = new XWPFDocument()) {
            docx.createParagraph().createRun().setText("bread and salt");
            docx.write(bytes);
        }

        assertThat(text(bytes.toByteArray())).contains("bread and salt");
    }

    @Test
    void tikaReadsEpub() throws Exception {
        byte[] epub = zip(Map.of(
                "mimetype",
                "application/epub+zip",
                "META-INF/container.xml",
                "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container' version='1.0'><rootfiles>"
                        + "<rootfile full-path='b.opf' media-type='application/oebps-package+xml'/></rootfiles></container>",
                "b.opf",
                "<package xmlns='http://www.idpf.org/2007/opf' version='2.0'><metadata/><manifest>"
                        + "<item id='a' href='a.xhtml' media-type='application/xhtml+xml'/></manifest>"
                        + "<spine><itemref idref='a'/></spine></package>",
                "a.xhtml",
                "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>bread and salt</p></body></html>"));

        assertThat(text(epub)).contains("bread and salt");
    }

    @Test
    void onnxRuntimeOpensTheEncoder() throws Exception {
        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(resource(MODEL))) {
            assertThat(session.getInputNames()).contains("input_ids", "attention_mask");
        }
    }

    @Test
    void tokenizerOpensWithItsNativeCode() throws Exception {
        try (HuggingFaceTokenizer tokenizer =
                HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(resource(TOKENIZER)), Map.of())) {
            assertThat(tokenizer.encode("bread and salt").getIds()).hasSizeGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void luceneMatchesStoredQueries() throws Exception {
        try (Monitor monitor = new Monitor(new WhitespaceAnalyzer())) {
            monitor.register(new MonitorQuery("salt", new TermQuery(new Term("text", "salt"))));
            org.apache.lucene.document.Document text = new org.apache.lucene.document.Document();
            text.add(new TextField("text", "bread and salt", Field.Store.NO));

            assertThat(monitor.match(text, QueryMatch.SIMPLE_MATCHER).getMatchCount())
                    .isEqualTo(1);
        }
    }

    @Test
    void parquetWritesAvroRowsToALocalFile() throws Exception {
        Path file = folder.resolve("rows.parquet");

        try (ParquetWriter<GenericRecord> writer = AvroParquetWriter.<GenericRecord>builder(new LocalOutputFile(file))
                .withSchema(row().getSchema())
                .withConf(new PlainParquetConfiguration())
                .withDataModel(GenericData.get())
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .build()) {
            writer.write(row());
        }

        assertThat(Files.readAllBytes(file)).startsWith("PAR1".getBytes(StandardCharsets.US_ASCII));
    }

    @SuppressWarnings("unchecked") // PAssert takes the expected pairs as varargs
    private static State countWords(PipelineOptions options) {
        Pipeline pipeline = Pipeline.create(options);
        PCollection<KV<String, Long>> counts = pipeline.apply(Create.of("bread and salt", "bread and water"))
                .apply(FlatMapElements.into(TypeDescriptors.strings())
                        .via((String line) -> java.util.List.of(line.split(" "))))
                .apply(Count.perElement());
        PAssert.that(counts)
                .containsInAnyOrder(KV.of("bread", 2L), KV.of("and", 2L), KV.of("salt", 1L), KV.of("water", 1L));
        return pipeline.run().waitUntilFinish();
    }

    private static GenericRecord row() {
        Schema schema =
                SchemaBuilder.record("Row").fields().requiredString("id").endRecord();
        return new GenericRecordBuilder(schema)
                .set("id", new org.apache.avro.util.Utf8("a"))
                .build();
    }

    private static String text(byte[] bytes) throws Exception {
        BodyContentHandler handler = new BodyContentHandler();
        new AutoDetectParser().parse(new ByteArrayInputStream(bytes), handler, new Metadata());
        return handler.toString();
    }

    private static byte[] zip(Map<String, String> members) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : members.keySet().stream()
                    .sorted(java.util.Comparator.comparing(n -> !n.equals("mimetype")))
                    .toList()) {
                byte[] content = members.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8);
                ZipEntry entry = new ZipEntry(name);
                if (name.equals("mimetype")) {
                    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
                    crc.update(content);
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(content.length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(content);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] resource(String name) throws Exception {
        try (InputStream stream = ClasspathTest.class.getResourceAsStream(name)) {
            assertThat(stream).as(name).isNotNull();
            return java.util.Objects.requireNonNull(stream).readAllBytes();
        }
    }
}
