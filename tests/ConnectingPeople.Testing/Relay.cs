using System.Net;
using System.Net.Sockets;

namespace ConnectingPeople.Testing;

/// <summary>A door before a server, on a port of its own, that can be closed and opened: what is behind it is away or there.</summary>
public sealed class Relay(Uri server) : IAsyncDisposable
{
    private readonly List<Socket> connections = [];
    private readonly Lock changing = new();
    private TcpListener? listener;
    private Task accepting = Task.CompletedTask;

    public int Port { get; private set; } = FreePort.Find();

    public void Open()
    {
        listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        accepting = AcceptAsync(listener);
    }

    public async Task CloseAsync()
    {
        listener?.Stop();
        await accepting;
        lock (changing)
        {
            connections.ForEach(connection => connection.Dispose());
            connections.Clear();
        }
    }

    public async ValueTask DisposeAsync() => await CloseAsync();

    private static async Task CopyAsync(Socket from, Socket to)
    {
        try
        {
            using NetworkStream source = new(from);
            using NetworkStream target = new(to);
            await source.CopyToAsync(target);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or SocketException)
        {
            // The door was closed.
        }
    }

    private async Task AcceptAsync(TcpListener open)
    {
        try
        {
            while (true)
            {
                Socket client = await open.AcceptSocketAsync();
                Socket behind = new(SocketType.Stream, ProtocolType.Tcp);
                await behind.ConnectAsync(server.Host, server.Port);
                lock (changing)
                {
                    connections.AddRange([client, behind]);
                }

                _ = CopyAsync(client, behind);
                _ = CopyAsync(behind, client);
            }
        }
        catch (Exception e) when (e is InvalidOperationException or SocketException)
        {
            // The listener was stopped.
        }
    }
}
