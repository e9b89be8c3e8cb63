package io.github.nimbleapi.benchmarks.peer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.gson.annotations.SerializedName;
import com.squareup.moshi.Json;
import org.jspecify.annotations.Nullable;

/** What a user would make of a session: immutable, for Jackson, Moshi and Gson. */
public final class SessionBean {
    private final long id;
    private final String app;
    private final String stream;
    private final String type;
    private final long created;

    @Json(name = "last_access")
    @SerializedName("last_access")
    private final long lastAccess;

    @Json(name = "client_ip")
    @SerializedName("client_ip")
    private final String clientIp;

    @Json(name = "user_agent")
    @SerializedName("user_agent")
    private final String userAgent;

    @Json(name = "bytes_recv")
    @SerializedName("bytes_recv")
    private final long bytesReceived;

    @Json(name = "bytes_sent")
    @SerializedName("bytes_sent")
    private final long bytesSent;

    @Json(name = "ppv_id")
    @SerializedName("ppv_id")
    private final @Nullable String viewerId;

    @JsonCreator
    public SessionBean(
            @JsonProperty("id") long id,
            @JsonProperty("app") String app,
            @JsonProperty("stream") String stream,
            @JsonProperty("type") String type,
            @JsonProperty("created") long created,
            @JsonProperty("last_access") long lastAccess,
            @JsonProperty("client_ip") String clientIp,
            @JsonProperty("user_agent") String userAgent,
            @JsonProperty("bytes_recv") long bytesReceived,
            @JsonProperty("bytes_sent") long bytesSent,
            @JsonProperty("ppv_id") @Nullable String viewerId) {
        this.id = id;
        this.app = app;
        this.stream = stream;
        this.type = type;
        this.created = created;
        this.lastAccess = lastAccess;
        this.clientIp = clientIp;
        this.userAgent = userAgent;
        this.bytesReceived = bytesReceived;
        this.bytesSent = bytesSent;
        this.viewerId = viewerId;
    }

    /** Everything, so that two sessions can be compared by it. */
    @Override
    public String toString() {
        return id + " " + app + "/" + stream + " " + type + " " + created + " " + lastAccess + " " + clientIp + " "
                + userAgent + " " + bytesReceived + " " + bytesSent + " " + viewerId;
    }
}
