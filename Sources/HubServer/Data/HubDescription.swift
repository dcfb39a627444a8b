/// The API as an OpenAPI 3.1 document, the same as Docs/hub-api.json.
package enum HubDescription {
    package static let text = #"""
        {
         "openapi": "3.1.0",
         "info": {
          "title": "Passerelle hub",
          "version": "1",
          "description": "Requests are signed by a device, answers by the hub: see Docs/hub.md."
         },
         "security": [
          {
           "deviceSignature": []
          }
         ],
         "paths": {
          "/health": {
           "get": {
            "operationId": "health",
            "summary": "Whether the hub answers.",
            "responses": {
             "200": {
              "description": "It does.",
              "content": {
               "application/json": {
                "schema": {
                 "$ref": "#/components/schemas/Health"
                }
               }
              }
             },
             "4XX": {
              "$ref": "#/components/responses/Refusal"
             },
             "5XX": {
              "$ref": "#/components/responses/Refusal"
             }
            },
            "security": []
           }
          },
          "/metrics": {
           "get": {
            "operationId": "metrics",
            "summary": "Counts in the Prometheus text format.",
            "responses": {
             "200": {
              "description": "The counts.",
              "content": {
               "text/plain": {
                "schema": {
                 "type": "string"
                }
               }
              }
             },
             "4XX": {
              "$ref": "#/components/responses/Refusal"
             },
             "5XX": {
              "$ref": "#/components/responses/Refusal"
             }
            },
            "security": []
           }
          },
          "/openapi.json": {
           "get": {
            "operationId": "description",
            "summary": "This document.",
            "responses": {
             "200": {
              "description": "It.",
              "content": {
               "application/json": {
                "schema": {
                 "type": "object"
                }
               }
              }
             },
             "4XX": {
              "$ref": "#/components/responses/Refusal"
             },
             "5XX": {
              "$ref": "#/components/responses/Refusal"
             }
            },
            "security": []
           }
          },
          "/v1/nonces": {
           "post": {
            "operationId": "nonce",
            "summary": "A nonce for the first request; every answer brings the next.",
            "responses": {
             "201": {
              "description": "The nonce.",
              "content": {
               "application/json": {
                "schema": {
                 "$ref": "#/components/schemas/Nonce"
                }
               }
              }
             },
             "4XX": {
              "$ref": "#/components/responses/Refusal"
             },
             "5XX": {
              "$ref": "#/components/responses/Refusal"
             }
            },
            "security": []
           }
          },
          "/v1/landlords/{landlord}/bundles": {
           "parameters": [
            {
             "$ref": "#/components/parameters/landlord"
            }
           ],
           "get": {
            "operationId": "list",
            "summary": "What came and went after a position.",
            "responses": {
             "200": {
              "description": "The listing.",
              "content": {
               "application/json": {
                "schema": {
                 "$ref": "#/components/schemas/Listing"
                }
               }
              }
             },
             "4XX": {
              "$ref": "#/components/responses/Refusal"
             },
             "5XX": {
              "$ref": "#/components/responses/Refusal"
             }
            },
            "parameters": [
             {
              "$ref": "#/components/parameters/since"
             }
            ]
           }
          },
          "/v1/landlords/{landlord}/bundles/{hash}": {
           "parameters": [
            {
             "$ref": "#/components/parameters/landlord"
            },
            {
             "$ref": "#/components/parameters/hash"
            }
           ],
           "get": {
            "operationId": "fetch",
            "summary": "A bundle, or a range of it.",
            "responses": {
             "200": {
              "$ref": "#/components/responses/Octets"
             },
             "206": {
              "$ref": "#/components/responses/Octets"
             },
             "4XX": {
              "$ref": "#/components/responses/Refusal"
             },
             "5XX": {
              "$ref": "#/components/responses/Refusal"
             }
            },
            "parameters": [
             {
              "$ref": "#/components/parameters/range"
             }
            ]
           },
           "put": {
            "operationId": "append",
            "summary": "Leaves a bundle; 2xx means that it lasts.",
            "responses": {
             "200": {
              "description": "It was there.",
              "content": {
               "application/json": {
                "schema": {
                 "$ref": "#/components/schemas/Appended"
                }
               }
              }
             },
             "201": {
              "description": "It is there now.",
              "content": {
               "application/json": {
                "schema": {
                 "$ref": "#/components/schemas/Appended"
                }
               }
              }
             },
             "4XX": {
              "$ref": "#/components/responses/Refusal"
             },
             "5XX": {
              "$ref": "#/components/responses/Refusal"
             }
            },
            "requestBody": {
             "$ref": "#/components/requestBodies/Octets"
            }
           },
           "delete": {
            "operationId": "remove",
            "summary": "Takes away a bundle that a kept snapshot covers.",
            "responses": {
             "200": {
              "description": "It is gone.",
              "content": {
               "application/json": {
                "schema": {
                 "$ref": "#/components/schemas/Removed"
                }
               }
              }
             },
             "4XX": {
              "$ref": "#/components/responses/Refusal"
             },
             "5XX": {
              "$ref": "#/components/responses/Refusal"
             }
            }
           }
          },
          "/v1/landlords/{landlord}/uploads": {
           "parameters": [
            {
             "$ref": "#/components/parameters/landlord"
            }
           ],
           "post": {
            "operationId": "beginUpload",
            "summary": "Begins an upload in pieces; the body is the bundle's hash in hexadecimal.",
            "responses": {
             "201": {
              "description": "How far it came.",
              "content": {
               "application/json": {
                "schema": {
                 "$ref": "#/components/schemas/Offset"
                }
               }
              }
             },
             "4XX": {
              "$ref": "#/components/responses/Refusal"
             },
             "5XX": {
              "$ref": "#/components/responses/Refusal"
             }
            },
            "parameters": [
             {
              "$ref": "#/components/parameters/uploadLength"
             }
            ],
            "requestBody": {
             "$ref": "#/components/requestBodies/Octets"
            }
           }
          },
          "/v1/landlords/{landlord}/uploads/{hash}": {
           "parameters": [
            {
             "$ref": "#/components/parameters/landlord"
            },
            {
             "$ref": "#/components/parameters/hash"
            }
           ],
           "head": {
            "operationId": "uploadOffset",
            "summary": "How far an upload came, in Upload-Offset.",
            "responses": {
             "200": {
              "description": "It goes on."
             },
             "4XX": {
              "$ref": "#/components/responses/Refusal"
             },
             "5XX": {
              "$ref": "#/components/responses/Refusal"
             }
            }
           },
           "patch": {
            "operationId": "resumeUpload",
            "summary": "One more piece, at most 1 MiB; the last one leaves the bundle.",
            "responses": {
             "200": {
              "description": "How far it came, or that the bundle was there.",
              "content": {
               "application/json": {
                "schema": {
                 "oneOf": [
                  {
                   "$ref": "#/components/schemas/Offset"
                  },
                  {
                   "$ref": "#/components/schemas/Appended"
                  }
                 ]
                }
               }
              }
             },
             "201": {
              "description": "The bundle is there now.",
              "content": {
               "application/json": {
                "schema": {
                 "$ref": "#/components/schemas/Appended"
                }
               }
              }
             },
             "4XX": {
              "$ref": "#/components/responses/Refusal"
             },
             "5XX": {
              "$ref": "#/components/responses/Refusal"
             }
            },
            "parameters": [
             {
              "$ref": "#/components/parameters/uploadLength"
             },
             {
              "$ref": "#/components/parameters/uploadOffset"
             }
            ],
            "requestBody": {
             "$ref": "#/components/requestBodies/Octets"
            }
           }
          },
          "/v1/landlords/{landlord}/members": {
           "parameters": [
            {
             "$ref": "#/components/parameters/landlord"
            }
           ],
           "get": {
            "operationId": "members",
            "summary": "The landlord's signed membership log.",
            "responses": {
             "200": {
              "$ref": "#/components/responses/Octets"
             },
             "4XX": {
              "$ref": "#/components/responses/Refusal"
             },
             "5XX": {
              "$ref": "#/components/responses/Refusal"
             }
            }
           },
           "put": {
            "operationId": "extendMembers",
            "summary": "Leaves a log that extends the one known.",
            "responses": {
             "200": {
              "description": "Whether it told anything.",
              "content": {
               "application/json": {
                "schema": {
                 "$ref": "#/components/schemas/Extended"
                }
               }
              }
             },
             "4XX": {
              "$ref": "#/components/responses/Refusal"
             },
             "5XX": {
              "$ref": "#/components/responses/Refusal"
             }
            },
            "requestBody": {
             "$ref": "#/components/requestBodies/Octets"
            }
           }
          },
          "/v1/landlords/{landlord}/keys": {
           "parameters": [
            {
             "$ref": "#/components/parameters/landlord"
            }
           ],
           "put": {
            "operationId": "keepKeys",
            "summary": "Leaves new receive keys of the device that asks.",
            "responses": {
             "200": {
              "description": "They wait for the administrator.",
              "content": {
               "application/json": {
                "schema": {
                 "$ref": "#/components/schemas/Kept"
                }
               }
              }
             },
             "4XX": {
              "$ref": "#/components/responses/Refusal"
             },
             "5XX": {
              "$ref": "#/components/responses/Refusal"
             }
            },
            "requestBody": {
             "$ref": "#/components/requestBodies/Octets"
            }
           }
          },
          "/v1/landlords/{landlord}/keys/{device}": {
           "parameters": [
            {
             "$ref": "#/components/parameters/landlord"
            },
            {
             "$ref": "#/components/parameters/device"
            }
           ],
           "get": {
            "operationId": "keys",
            "summary": "New receive keys of a device.",
            "responses": {
             "200": {
              "$ref": "#/components/responses/Octets"
             },
             "4XX": {
              "$ref": "#/components/responses/Refusal"
             },
             "5XX": {
              "$ref": "#/components/responses/Refusal"
             }
            }
           }
          }
         },
         "components": {
          "securitySchemes": {
           "deviceSignature": {
            "type": "apiKey",
            "in": "header",
            "name": "Signature",
            "description": "RFC 9421 profile, with Signature-Input and Content-Digest."
           }
          },
          "parameters": {
           "landlord": {
            "name": "landlord",
            "in": "path",
            "required": true,
            "schema": {
             "type": "string",
             "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
            }
           },
           "hash": {
            "name": "hash",
            "in": "path",
            "required": true,
            "schema": {
             "type": "string",
             "pattern": "^[0-9a-f]{64}$"
            }
           },
           "device": {
            "name": "device",
            "in": "path",
            "required": true,
            "schema": {
             "type": "string",
             "pattern": "^[0-9a-f]{32}$"
            }
           },
           "since": {
            "name": "since",
            "in": "query",
            "required": true,
            "schema": {
             "type": "integer",
             "minimum": 0,
             "maximum": 9223372036854775807
            }
           },
           "range": {
            "name": "Range",
            "in": "header",
            "required": false,
            "schema": {
             "type": "string",
             "pattern": "^bytes=[0-9]+-[0-9]*$"
            }
           },
           "uploadLength": {
            "name": "Upload-Length",
            "in": "header",
            "required": true,
            "schema": {
             "type": "integer",
             "minimum": 1,
             "maximum": 67108864
            }
           },
           "uploadOffset": {
            "name": "Upload-Offset",
            "in": "header",
            "required": true,
            "schema": {
             "type": "integer",
             "minimum": 0,
             "maximum": 67108864
            }
           }
          },
          "responses": {
           "Refusal": {
            "description": "Refused, by its code; Docs/hub.md says which status each code has.",
            "content": {
             "application/json": {
              "schema": {
               "$ref": "#/components/schemas/Refusal"
              }
             }
            }
           },
           "Octets": {
            "description": "The bytes as they are.",
            "content": {
             "application/octet-stream": {
              "schema": {
               "type": "string",
               "format": "binary"
              }
             }
            }
           }
          },
          "schemas": {
           "Health": {
            "type": "object",
            "required": [
             "status"
            ],
            "properties": {
             "status": {
              "type": "string"
             }
            }
           },
           "Nonce": {
            "type": "object",
            "required": [
             "nonce"
            ],
            "properties": {
             "nonce": {
              "type": "string"
             }
            }
           },
           "Appended": {
            "type": "object",
            "required": [
             "position"
            ],
            "properties": {
             "position": {
              "type": "integer",
              "minimum": 0
             }
            }
           },
           "Removed": {
            "type": "object",
            "required": [
             "removed"
            ],
            "properties": {
             "removed": {
              "type": "boolean"
             }
            }
           },
           "Offset": {
            "type": "object",
            "required": [
             "offset"
            ],
            "properties": {
             "offset": {
              "type": "integer",
              "minimum": 0
             }
            }
           },
           "Extended": {
            "type": "object",
            "required": [
             "extended"
            ],
            "properties": {
             "extended": {
              "type": "boolean"
             }
            }
           },
           "Kept": {
            "type": "object",
            "required": [
             "kept"
            ],
            "properties": {
             "kept": {
              "type": "boolean"
             }
            }
           },
           "Refusal": {
            "type": "object",
            "required": [
             "code"
            ],
            "properties": {
             "code": {
              "type": "string",
              "enum": [
               "bad-request",
               "signature-missing",
               "digest-missing",
               "nonce",
               "signature",
               "digest",
               "not-found",
               "method",
               "not-covered",
               "offset",
               "too-large",
               "content-type",
               "refused",
               "forked",
               "range",
               "too-many-requests",
               "failed",
               "disk-full"
              ]
             },
             "detail": {
              "type": "string"
             }
            }
           },
           "Listing": {
            "type": "object",
            "required": [
             "epoch",
             "position",
             "hasMore",
             "members",
             "updates",
             "events"
            ],
            "properties": {
             "epoch": {
              "type": "string"
             },
             "position": {
              "type": "integer",
              "minimum": 0
             },
             "hasMore": {
              "type": "boolean"
             },
             "members": {
              "type": "string",
              "pattern": "^[0-9a-f]{64}$"
             },
             "updates": {
              "type": "array",
              "items": {
               "type": "string",
               "pattern": "^[0-9a-f]{32}$"
              }
             },
             "events": {
              "type": "array",
              "items": {
               "$ref": "#/components/schemas/Event"
              }
             }
            }
           },
           "Event": {
            "type": "object",
            "required": [
             "position",
             "hash"
            ],
            "properties": {
             "position": {
              "type": "integer",
              "minimum": 0
             },
             "hash": {
              "type": "string",
              "pattern": "^[0-9a-f]{64}$"
             },
             "header": {
              "type": "string",
              "contentEncoding": "base64",
              "description": "The bundle's signed header; absent where the bundle went."
             }
            }
           }
          },
          "requestBodies": {
           "Octets": {
            "required": true,
            "content": {
             "application/octet-stream": {
              "schema": {
               "type": "string",
               "format": "binary"
              }
             }
            }
           }
          }
         }
        }
        """#
}
