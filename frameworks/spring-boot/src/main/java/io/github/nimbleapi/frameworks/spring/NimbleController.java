package io.github.nimbleapi.frameworks.spring;

import io.github.nimbleapi.control.handler.HandlerReply;
import io.github.nimbleapi.control.handler.NimbleHandler;
import io.github.nimbleapi.control.handler.PayPerViewHandler;
import io.github.nimbleapi.control.handler.PlaybackAuthorizationHandler;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What Nimble posts goes to the handlers as it is. */
@RestController
class NimbleController {
    private final PayPerViewHandler payPerView;
    private final PlaybackAuthorizationHandler authorization;

    NimbleController(PayPerViewHandler payPerView, PlaybackAuthorizationHandler authorization) {
        this.payPerView = payPerView;
        this.authorization = authorization;
    }

    @PostMapping("/nimble/pay-per-view")
    ResponseEntity<byte[]> payPerView(InputStream body) throws IOException {
        return answer(payPerView, body);
    }

    @PostMapping("/nimble/authorization")
    ResponseEntity<byte[]> authorization(InputStream body) throws IOException {
        return answer(authorization, body);
    }

    /** Not {@code @RequestBody byte[]}, which has no limit: one byte more than its own is enough for the handler. */
    private static ResponseEntity<byte[]> answer(NimbleHandler handler, InputStream body) throws IOException {
        HandlerReply reply = handler.handle(body.readNBytes(handler.maxBodyBytes() + 1));
        return ResponseEntity.status(reply.status())
                .header(HttpHeaders.CONTENT_TYPE, reply.contentType())
                .body(reply.body());
    }
}
