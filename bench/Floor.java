import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** The least that a server on the JVM does before it answers: Vert.x alone, one answer from memory for whatever is asked. */
public class Floor {

    /** @param arguments the port, and a file with the answer */
    public static void main(String... arguments) throws Exception {
        Buffer answer = Buffer.buffer(Files.readAllBytes(Path.of(arguments[1])));
        Vertx.vertx()
                .createHttpServer()
                .requestHandler(request ->
                        request.response().putHeader("Content-Type", "application/json").end(answer))
                .listen(Integer.parseInt(arguments[0]), "127.0.0.1");
    }
}
