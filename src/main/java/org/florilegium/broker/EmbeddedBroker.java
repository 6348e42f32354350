package org.florilegium.broker;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka cluster of one node, broker and controller in one, reachable on loopback only.
 *
 * <pre>{@code
 * try (EmbeddedBroker broker = EmbeddedBroker.start(temp)) {
 *     broker.createTopic("letters", 3);
 *     broker.publish("letters", List.of("a letter".getBytes(UTF_8)));
 * }
 * }</pre>
 */
public final class EmbeddedBroker implements Closeable {
    private static final String HOST = "127.0.0.1";

    private final KafkaRaftServer server;
    private final String bootstrapServers;
    private final Path folder;

    private EmbeddedBroker(KafkaRaftServer server, String bootstrapServers, Path folder) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
        this.folder = folder;
    }

    /**
     * Starts a broker with an empty log; returns when it takes requests.
     *
     * @param temp existing folder below which the log lies until {@link #close()}
     * @throws IOException when the log cannot be laid out there
     */
    public static EmbeddedBroker start(Path temp) throws IOException {
        Path folder = Files.createTempDirectory(temp, "broker-");
        int[] ports = freePorts();
        Map<String, String> settings = settings(folder, ports[0], ports[1]);
        format(folder, settings);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        server.startup();
        return new EmbeddedBroker(server, HOST + ":" + ports[0], folder);
    }

    /** Where clients connect to: {@code host:port}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /**
     * Creates an empty topic.
     *
     * @param partitions 1 or more
     * @throws IOException when the broker refuses it, for example because it exists
     */
    public void createTopic(String topic, int partitions) throws IOException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException refused) {
            throw new IOException("topic '" + topic + "': " + refused.getCause(), refused);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Publishes values to the partitions of a topic in turn, starting with partition 0; returns when all are stored. */
    public void publish(String topic, List<byte[]> values) throws IOException {
        try (Producer<byte[], byte[]> producer = producer()) {
            int partitions = producer.partitionsFor(topic).size();
            List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(values.size());
            for (int i = 0; i < values.size(); i++) {
                records.add(new ProducerRecord<>(topic, i % partitions, null, values.get(i)));
            }
            send(producer, records);
        }
    }

    /** Publishes values to one partition; returns when all are stored. */
    public void publish(String topic, int partition, List<byte[]> values) throws IOException {
        try (Producer<byte[], byte[]> producer = producer()) {
            send(
                    producer,
                    values.stream()
                            .map(value -> new ProducerRecord<byte[], byte[]>(topic, partition, null, value))
                            .toList());
        }
    }

    /** Stops the broker and deletes its log. */
    @Override
    public void close() throws IOException {
        server.shutdown();
        server.awaitShutdown();
        try (Stream<Path> below = Files.walk(folder, new FileVisitOption[0])) {
            for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private Producer<byte[], byte[]> producer() {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 5);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static void send(Producer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> records)
            throws IOException {
        List<Future<?>> pending = new ArrayList<>(records.size());
        for (ProducerRecord<byte[], byte[]> record : records) {
            pending.add(producer.send(record));
        }
        try {
            for (Future<?> stored : pending) {
                stored.get();
            }
        } catch (ExecutionException refused) {
            throw new IOException("publishing failed: " + refused.getCause(), refused);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static Map<String, String> settings(Path folder, int port, int controllerPort) {
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@" + HOST + ":" + controllerPort),
                Map.entry(
                        "listeners",
                        "PLAINTEXT://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort),
                Map.entry("advertised.listeners", "PLAINTEXT://" + HOST + ":" + port),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("inter.broker.listener.name", "PLAINTEXT"),
                Map.entry("log.dirs", folder.resolve("log").toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "2"),
                Map.entry("log.cleaner.enable", "false"));
    }

    private static void format(Path folder, Map<String, String> settings) throws IOException {
        Path properties = folder.resolve("server.properties");
        Files.write(
                properties,
                settings.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList());
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] arguments = {"format", "--cluster-id", Uuid.randomUuid().toString(), "--config", properties.toString()
        };
        int status = StorageTool.execute(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
        if (status != 0) {
            throw new IOException("cannot lay out the broker's log under " + folder + ": "
                    + said.toString(StandardCharsets.UTF_8).strip());
        }
    }

    private static int[] freePorts() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket first = new ServerSocket(0, 1, loopback);
                ServerSocket second = new ServerSocket(0, 1, loopback)) {
            return new int[] {first.getLocalPort(), second.getLocalPort()};
        }
    }

    private static IOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IOException("interrupted while waiting for the broker", e);
    }
}
