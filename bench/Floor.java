import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** The lower bound for a server on the JVM: Vert.x alone, which answers every request with the same bytes from memory. */
public class Floor {

    /** @param arguments the port, and the path of a file with the answer */
    public static void main(String... arguments) throws Exception {
        Buffer answer = Buffer.buffer(Files.readAllBytes(Path.of(arguments[1])));
        Vertx.vertx()
                .createHttpServer()
                .requestHandler(request ->
                        request.response().putHeader("Content-Type", "application/json").end(answer))
                .listen(Integer.parseInt(arguments[0]), "127.0.0.1");
    }
}
