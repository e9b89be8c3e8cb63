package io.github.nimbleapi.frameworks.servlet;

import io.github.nimbleapi.control.handler.HandlerReply;
import io.github.nimbleapi.control.handler.NimbleHandler;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers what Nimble posts by one handler; one servlet for each. Anything but POST is answered with 405. */
public final class NimbleServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient NimbleHandler handler;

    public NimbleServlet(NimbleHandler handler) {
        this.handler = handler;
    }

    /** Reads no more than one byte beyond the limit, which is enough for the handler to refuse it. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readNBytes(handler.maxBodyBytes() + 1);
        HandlerReply reply = handler.handle(body);
        response.setStatus(reply.status());
        response.setContentType(reply.contentType());
        byte[] answer = reply.body();
        response.setContentLength(answer.length);
        response.getOutputStream().write(answer);
    }
}
