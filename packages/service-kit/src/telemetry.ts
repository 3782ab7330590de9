import { context, propagation, trace, type Tracer } from '@opentelemetry/api';

/** Spans go nowhere until a service with OTEL_EXPORTER_OTLP_ENDPOINT registers an exporter; the calls then cost nothing. */
export function tracer(): Tracer {
  return trace.getTracer('banyan');
}

/** The W3C traceparent of the span under way, to travel with a fact; null without one. */
export function currentTraceparent(): string | null {
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return carrier['traceparent'] ?? null;
}
